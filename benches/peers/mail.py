"""Mails a second through Python's own email and smtplib, one after the other on one connection.

usage: mail.py PORT MAILS < LETTER
The letter is JSON: from, to, subject, text, html. It is put together anew for each mail. Prints one number.
"""

import json
import smtplib
import sys
import time
from email.message import EmailMessage
from email.utils import formatdate, make_msgid


def compose(letter):
    mail = EmailMessage()
    mail["From"] = letter["from"]
    mail["To"] = letter["to"]
    mail["Subject"] = letter["subject"]
    mail["Date"] = formatdate()
    mail["Message-ID"] = make_msgid(domain="example.org")
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(letter["text"])
    mail.add_alternative(letter["html"], subtype="html")
    return mail


def main():
    port, mails = (int(argument) for argument in sys.argv[1:])
    letter = json.load(sys.stdin)
    with smtplib.SMTP("127.0.0.1", port, local_hostname="account.example.org") as server:
        began = time.monotonic()
        for _ in range(mails):
            server.send_message(compose(letter))
        print(mails / (time.monotonic() - began))


main()
