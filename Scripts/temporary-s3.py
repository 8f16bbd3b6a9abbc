"""Runs moto's server for Scripts/temporary-s3: an account with a key of its own, then nothing without a signature."""
import os
import sys
import threading

# Requests that moto lets through unsigned: those that make the account, below.
os.environ["INITIAL_NO_AUTH_ACTION_COUNT"] = "3"
os.environ.setdefault("MOTO_S3_CUSTOM_ENDPOINTS", "")

import logging  # noqa: E402

import boto3  # noqa: E402
from moto.server import ThreadedMotoServer  # noqa: E402

logging.getLogger("werkzeug").disabled = True
server = ThreadedMotoServer(ip_address=os.environ.get("S3_LISTEN", "127.0.0.1"), port=0, verbose=False)
server.start()
host, port = server.get_host_and_port()
address = f"http://{host}:{port}"
anyone = {"region_name": "us-east-1", "aws_access_key_id": "none", "aws_secret_access_key": "none"}
policy = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}'

iam = boto3.client("iam", endpoint_url=address, **anyone)
iam.create_user(UserName="office")
iam.put_user_policy(UserName="office", PolicyName="scans", PolicyDocument=policy)
key = iam.create_access_key(UserName="office")["AccessKey"]

office = {"region_name": "us-east-1", "aws_access_key_id": key["AccessKeyId"],
          "aws_secret_access_key": key["SecretAccessKey"]}
boto3.client("s3", endpoint_url=address, **office).create_bucket(Bucket="scans")
print(address, key["AccessKeyId"], key["SecretAccessKey"], flush=True)

# Ends with whoever started it.
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=False).start()
