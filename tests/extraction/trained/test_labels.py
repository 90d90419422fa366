"""What the reader model predicts are terms of the ontology."""

from kg.extraction.trained.labels import CLASSES, COARSE, PROPERTIES, SUPER, SYMMETRIC
from kg.ontology import load


def test_the_classes_are_classes_of_the_ontology_each_once():
    assert set() == set(CLASSES) - set(load().classes)
    assert len(set(CLASSES)) == len(CLASSES)


def test_every_class_has_one_coarse_kind():
    assert sorted(CLASSES) == sorted(class_ for classes in COARSE.values() for class_ in classes)


def test_the_properties_are_properties_of_the_ontology_each_once():
    assert set() == set(PROPERTIES) - set(load().properties)
    assert len(set(PROPERTIES)) == len(PROPERTIES)


def test_the_symmetric_properties_are_those_of_the_ontology():
    assert set(SYMMETRIC) == {name for name in PROPERTIES if load().properties[name].symmetric}


def test_the_super_properties_are_those_of_the_ontology():
    known = load().properties

    assert {} == {name: supers for name, supers in SUPER.items() if not set(supers) <= known[name].supers}
