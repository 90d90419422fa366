"""Who holds which office where, and what follows from it.

titles, fuller           the words of an office
beside, belonging, holders  whose it is and of what
past, tenures            whether it is over, and since when
positions                all of it for an article
tagged, following        parties and states behind names; ministries, appointments, acts
"""
