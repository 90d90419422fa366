"""The trained reader at run time: onnxruntime, tokenizers and numpy.

pieces, geometry         what it sees
labels                   what it can say
reader_model, heads      how it is computed; the files in `model/` are written by `kg.training.export`
"""
