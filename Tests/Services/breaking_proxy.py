#!/usr/bin/env python3
"""Stands between a client and a server, and breaks what a test wants broken.

    breaking_proxy.py PORT FOLDER

Prints the port it listens on. Files in FOLDER say what to break; what is to happen once takes its file away.
  break-commit  once: a COMMIT is handed on, the server's answer is awaited and kept back, the connection is cut
  flip-up       once: the last byte of a request that has a body is changed
  flip-down     once: the last byte of an answer that has a body is changed
  cut           as long as it is there, nothing gets through: what is open is closed, what comes is refused
  hang          as long as it is there, nothing gets through, and nobody is told
"""
import os
import re
import socket
import sys
import threading

port, folder = int(sys.argv[1]), sys.argv[2]


def is_wanted(name):
    return os.path.exists(os.path.join(folder, name))


def take(name):
    """Whether it is wanted; then it is not any more."""
    try:
        os.remove(os.path.join(folder, name))
        return True
    except FileNotFoundError:
        return False


def close(*sockets):
    for each in sockets:
        try:
            each.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        each.close()


STARTS = (b"HTTP/", b"GET ", b"HEAD ", b"PUT ", b"POST ", b"DELETE ")


class Messages:
    """Follows HTTP messages that go one way, to tell bodies from heads."""

    def __init__(self):
        self.is_in_body = False

    def ends_in_body(self, data):
        if not data.startswith(STARTS):
            return self.is_in_body
        head, end, body = data.rpartition(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: (\d+)", head)
        self.is_in_body = bool(end) and length is not None and int(length[1]) > 0
        return self.is_in_body and body != b""


def hand_on(source, target, keeps_back, is_client):
    messages = Messages()
    try:
        while data := source.recv(65536):
            if is_wanted("cut"):
                break
            while is_wanted("hang") and not is_wanted("cut"):
                threading.Event().wait(0.05)
            if is_client and b"COMMIT\0" in data and take("break-commit"):
                keeps_back.set()
            if not is_client and keeps_back.is_set():
                break
            if messages.ends_in_body(data) and take("flip-up" if is_client else "flip-down"):
                data = data[:-1] + bytes([data[-1] ^ 1])
            target.sendall(data)
    except OSError:
        pass
    close(source, target)


def watch(*sockets):
    """Cuts what is open, also where nothing is being said."""
    while all(each.fileno() >= 0 for each in sockets):
        if is_wanted("cut"):
            close(*sockets)
        threading.Event().wait(0.05)


listener = socket.create_server(("127.0.0.1", 0), backlog=128)
print(listener.getsockname()[1], flush=True)


def start(work, *arguments):
    threading.Thread(target=work, args=arguments, daemon=True).start()


def serve():
    while True:
        client, _ = listener.accept()
        if is_wanted("cut"):
            close(client)
            continue
        try:
            server = socket.create_connection(("127.0.0.1", port))
        except OSError:
            close(client)
            continue
        keeps_back = threading.Event()
        start(hand_on, client, server, keeps_back, True)
        start(hand_on, server, client, keeps_back, False)
        start(watch, client, server)


start(serve)
# Ends with whoever started it.
sys.stdin.read()
