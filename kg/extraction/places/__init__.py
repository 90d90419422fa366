"""Where things are, and where people live.

situated, inside, whereabouts  by their words
within                   by the gazetteer
residents, seats         who lives where; where bodies have their headquarters
"""
