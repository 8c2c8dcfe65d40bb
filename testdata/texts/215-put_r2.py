import os
import sys

import requests

ACCOUNT = os.environ["CF_ACCOUNT"]
URL = f"https://api.cloudflare.com/client/v4/accounts/{ACCOUNT}/r2/buckets/{sys.argv[1]}/cors"

answer = requests.put(
    URL,
    headers={"Authorization": f"Bearer {os.environ['CF_TOKEN']}"},
    json={
        "rules": [
            {
                "allowed": {
                    "origins": ["https://atlas.example.com"],
                    "methods": ["GET"],
                    "headers": ["range"],
                },
                "maxAgeSeconds": 86400,
            },
        ],
    },
    timeout=30,
)
answer.raise_for_status()
print(answer.json()["success"])
