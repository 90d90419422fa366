"""Where things are, and where people live.

situated, inside, whereabouts  by their words
within                   by the gazetteer
residents                who lives where
"""
