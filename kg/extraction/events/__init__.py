"""What happens: events that the article names (`composed`, `arguments`), deeds and accidents that verbs tell (`deeds`, `happenings`).

acts, trials             what is approved by what; what courts find and give
topics                   what policies, programmes and events are about
"""
