"""Stands between a client and a server, and cuts the connection where a test wants it.

    breaking_proxy.py PORT FOLDER

Prints the port it listens on. While FOLDER/break-commit is there, the next COMMIT is handed on, the server's answer is
awaited and kept back, and the connection is cut; the file is removed then. While FOLDER/cut is there, nothing gets
through: what is open is closed, and what comes is refused.
"""
import os
import socket
import sys
import threading

port, folder = int(sys.argv[1]), sys.argv[2]
break_commit, cut = os.path.join(folder, "break-commit"), os.path.join(folder, "cut")


def close(*sockets):
    for each in sockets:
        try:
            each.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        each.close()


def hand_on(source, target, keeps_back, is_client):
    try:
        while data := source.recv(65536):
            if os.path.exists(cut):
                break
            if is_client and b"COMMIT\0" in data and os.path.exists(break_commit):
                os.remove(break_commit)
                keeps_back.set()
            if not is_client and keeps_back.is_set():
                break
            target.sendall(data)
    except OSError:
        pass
    close(source, target)


listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)


def serve():
    while True:
        client, _ = listener.accept()
        if os.path.exists(cut):
            close(client)
            continue
        try:
            server = socket.create_connection(("127.0.0.1", port))
        except OSError:
            close(client)
            continue
        keeps_back = threading.Event()
        threading.Thread(target=hand_on, args=(client, server, keeps_back, True), daemon=True).start()
        threading.Thread(target=hand_on, args=(server, client, keeps_back, False), daemon=True).start()


threading.Thread(target=serve, daemon=True).start()
# Ends with whoever started it.
sys.stdin.read()
