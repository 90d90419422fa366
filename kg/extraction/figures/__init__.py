"""How many, how much, and of what.

amounts, tolls, ballots  the numbers in the text; `number_words` says which number words are
measures, owners, incidents, stakes  what one measures, and what it is of
committed, worth         whether it is so, and whether it says enough
ages, observations       how old somebody is; figures as nodes
"""
