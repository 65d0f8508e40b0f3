"""Redemptions a second of two other programs' backup codes, through their own published calls, on the PostgreSQL that is given.

usage: redeem.py SOCKET_DIRECTORY DATABASE USERS HANDS
Prints one line of JSON: {"django-allauth": RATE, "django-otp": RATE, "versions": {...}}.

No HTTP on either side: what is timed is the call that a view makes once the password was right, with its own reads and its
COMMIT. Every hand is a process with a connection of its own.
"""

import json
import multiprocessing
import sys
import time
from importlib.metadata import version

import django
from django.conf import settings


def configure(socket, database):
    settings.configure(
        SECRET_KEY="of the bench",
        USE_TZ=True,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.postgresql",
                "HOST": socket,
                "NAME": database,
                "USER": "postgres",
            }
        },
        CACHES={"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}},
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "allauth",
            "allauth.account",
            "allauth.mfa",
            "django_otp",
            "django_otp.plugins.otp_static",
        ],
        MIDDLEWARE=["allauth.account.middleware.AccountMiddleware"],
    )
    django.setup()


def fill(users):
    """Users with ten codes of each kind; gives what their owners have on paper."""
    from allauth.mfa.models import Authenticator
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from django.contrib.auth.models import User
    from django_otp.plugins.otp_static.models import StaticDevice, StaticToken

    Authenticator.objects.all().delete()
    StaticDevice.objects.all().delete()
    User.objects.all().delete()
    seeds, clears = [], []
    for number in range(users):
        user = User.objects.create(username=f"user-{number}")
        codes = RecoveryCodes.activate(user).get_unused_codes()
        seeds += [(user.pk, code) for code in codes]
        device = StaticDevice.objects.create(user=user, name="backup", confirmed=True)
        for _ in codes:
            token = StaticToken.random_token()
            device.token_set.create(token=token)
            clears.append((user.pk, token))
    return seeds, clears


def by_allauth(user_id, code):
    from allauth.mfa.models import Authenticator

    kept = Authenticator.objects.get(user_id=user_id, type=Authenticator.Type.RECOVERY_CODES)
    return kept.wrap().validate_code(code)


def by_otp(user_id, code):
    from django.contrib.auth.models import User
    from django_otp import match_token

    return match_token(User.objects.get(pk=user_id), code) is not None


def hand(redeem, work, ready, start):
    from django.db import connection

    connection.ensure_connection()
    ready.release()
    start.wait()
    for user_id, code in work:
        assert redeem(user_id, code), "a code on paper must open"


def rate(redeem, work, hands):
    from django.db import connections

    connections.close_all()
    fork = multiprocessing.get_context("fork")
    ready, start = fork.Semaphore(0), fork.Event()
    # A user's codes stay with one hand: their rows would wait for each other otherwise.
    shares = [[] for _ in range(hands)]
    for user_id, code in work:
        shares[user_id % hands].append((user_id, code))
    processes = [fork.Process(target=hand, args=(redeem, share, ready, start)) for share in shares]
    for process in processes:
        process.start()
    for _ in processes:
        ready.acquire()
    began = time.monotonic()
    start.set()
    for process in processes:
        process.join()
    took = time.monotonic() - began
    assert all(process.exitcode == 0 for process in processes), "a hand failed"
    return len(work) / took


def main():
    socket, database, users, hands = sys.argv[1:]
    configure(socket, database)
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    seeds, clears = fill(int(users))
    told = {
        "django-allauth": rate(by_allauth, seeds, int(hands)),
        "django-otp": rate(by_otp, clears, int(hands)),
        "versions": {name: version(name) for name in ("django-allauth", "django-otp", "Django")},
    }
    print(json.dumps(told))


main()
