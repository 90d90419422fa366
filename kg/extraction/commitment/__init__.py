"""Whether what a clause says is so, planned, intended, possible or denied.

modality                 the answer for a clause
doubts, verdicts         what it hangs on; what a court made of it
"""
