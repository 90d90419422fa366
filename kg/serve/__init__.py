"""A store served over HTTP: the SPARQL 1.1 Protocol and Graph Store Protocol for reading, a page to ask from, a page for each thing.

    server      the socket, the signals, the pool's life
    door        what every request passes: whose name it came by, what is logged, what browsers are told
    gate        who may come in: the token, pages from elsewhere
    application what is where
    protocol    what a request asks, by the standard
    media       which form the client likes best
    pool        a few processes that answer, each with its time and memory
    answering   inside such a process: one store, one question after another
    things      what is said about a thing     pages   it and the others as HTML

Every answer is made by another process than the one that holds the connections, so no question can hold up another client. This file
imports nothing: the answering processes need no web server.
"""
