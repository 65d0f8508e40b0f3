"""A client of Counterfoil's API. Python 3.8 or newer, nothing but the standard library.

    from counterfoil import Counterfoil, Problem

    counterfoil = Counterfoil("https://account.example.org", key)
    account = counterfoil.create_account(reference="customer-4711")
    sheet = counterfoil.issue_set(account["id"])

Written by script/clients from docs/openapi.json and clients/python/frame.py: change those.
"""

import base64
import hashlib
import hmac
import json
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from typing import Any, Dict, List, Literal, Mapping, Optional, TypedDict, Union

__all__ = ["Counterfoil", "Problem", "verify_webhook"]

Account = TypedDict('Account', {'changed_at': str, 'created_at': str, 'id': str, 'language': Optional[str], 'name': Optional[str], 'reference': str, 'state': "AccountState"}, total=False)

AccountPage = TypedDict('AccountPage', {'accounts': List["Account"], 'next': Optional[str]}, total=False)

AccountState = Literal['active', 'suspended']

Checked = TypedDict('Checked', {'slot': int}, total=False)

Drill = TypedDict('Drill', {'drill': str, 'slots': List[int]}, total=False)

DrillAnswer = TypedDict('DrillAnswer', {'drill': str, 'from': Optional["Place"], 'words': List[str]}, total=False)

Event = TypedDict('Event', {'account': str, 'at': str, 'details': Dict[str, str], 'id': str, 'reference': Optional[str], 'type': str}, total=False)

EventPage = TypedDict('EventPage', {'events': List["Event"], 'more': bool, 'next': str}, total=False)

IssuedCode = TypedDict('IssuedCode', {'code': str, 'slot': int, 'word': str}, total=False)

IssuedSet = TypedDict('IssuedSet', {'activate_before': str, 'codes': List["IssuedCode"], 'id': str, 'label': str, 'page_words': List[str], 'sheet': int, 'shown_at': str, 'state': "SetState"}, total=False)

NewAccount = TypedDict('NewAccount', {'language': Optional[str], 'name': Optional[str], 'reference': str}, total=False)

NewSet = TypedDict('NewSet', {'count': Optional[int], 'from': Optional["Place"], 'label': Optional[str]}, total=False)

OnSheet = TypedDict('OnSheet', {'page_words': List[str], 'set': str, 'sheet': int}, total=False)

Place = TypedDict('Place', {'address': Optional[str], 'device': Optional[str]}, total=False)

Redeemed = TypedDict('Redeemed', {'left': int, 'slot': int, 'spent_at': str}, total=False)

Set = TypedDict('Set', {'activate_before': Optional[str], 'activated_at': Optional[str], 'drilled_at': Optional[str], 'ended_at': Optional[str], 'id': str, 'label': str, 'left': int, 'renew': bool, 'sheet': int, 'shown_at': str, 'state': "SetState", 'total': int}, total=False)

SetState = Literal['shown', 'active', 'retired', 'disabled', 'discarded']

Sets = TypedDict('Sets', {'sets': List["Set"]}, total=False)

TypedCode = TypedDict('TypedCode', {'code': str, 'confirm': bool, 'from': Optional["Place"]}, total=False)


class Problem(Exception):
    """A refusal. `code` never changes; `more` has whatever else was said, such as `read` of a code to confirm."""

    def __init__(self, status: int, said: Dict[str, Any]):
        self.status = status
        self.code: str = said.get("code", "unknown")
        self.field: Optional[str] = said.get("field")
        self.hint: str = said.get("hint", "")
        self.more = said
        about = f" ({self.field})" if self.field else ""
        super().__init__(f"{status} {self.code}{about}: {self.hint}")


class Counterfoil:
    """Calls the API with a key.

    What can be sent twice without harm is sent again, twice at most, when the network failed or the server is busy: whatever
    only reads, and whatever has an Idempotency-Key. Redeeming has one, so a code that was spent is spent once.
    """

    def __init__(self, url: str, key: str, *, timeout: float = 10, retries: int = 2):
        self._url, self._key = url.rstrip("/"), key
        self._timeout, self._retries = timeout, retries

    def list_accounts(self, *, limit: Optional[int] = None, cursor: Optional[str] = None, reference: Optional[str] = None) -> "AccountPage":
        """List accounts."""
        return self._call('GET', "/api/v1/accounts", query={'limit': limit, 'cursor': cursor, 'reference': reference})

    def create_account(self, *, reference: str, language: Optional[str] = None, name: Optional[str] = None, idempotency_key: Optional[str] = None) -> "Account":
        """Make an account.
        
        Sent again with the same Idempotency-Key, the answer is the same account.
        """
        return self._call('POST', "/api/v1/accounts", body={'reference': reference, 'language': language, 'name': name}, again_as=idempotency_key or str(uuid.uuid4()))

    def read_account(self, account: str) -> "Account":
        """Read an account."""
        return self._call('GET', f"/api/v1/accounts/{_part(account)}")

    def erase_account(self, account: str) -> None:
        """Erase an account.
        
        Its codes and whatever says who it was are gone; its reference is free again. The events stay, without the places they
        happened from.
        """
        return self._call('DELETE', f"/api/v1/accounts/{_part(account)}")

    def check_code(self, account: str, *, code: str, confirm: Optional[bool] = None, from_: Optional["Place"] = None) -> "Checked":
        """Check a code.
        
        A wrong one is counted as a wrong guess, and a right one takes none back. Only for owners who are signed in at the app.
        """
        return self._call('POST', f"/api/v1/accounts/{_part(account)}/codes/check", body={'code': code, 'confirm': confirm, 'from': from_})

    def redeem_code(self, account: str, *, code: str, confirm: Optional[bool] = None, from_: Optional["Place"] = None, idempotency_key: Optional[str] = None) -> "Redeemed":
        """Redeem a code.
        
        The answer is 200 for exactly one request, and for that one sent again with the same Idempotency-Key. Whatever else it is,
        let nobody in.
        """
        return self._call('POST', f"/api/v1/accounts/{_part(account)}/codes/redeem", body={'code': code, 'confirm': confirm, 'from': from_}, again_as=idempotency_key or str(uuid.uuid4()))

    def begin_drill(self, account: str) -> "Drill":
        """Begin a drill.
        
        Names two codes at random that can still be spent. Nothing is spent or shown.
        """
        return self._call('POST', f"/api/v1/accounts/{_part(account)}/drills")

    def answer_drill(self, account: str, *, drill: str, words: List[str], from_: Optional["Place"] = None) -> None:
        """Answer a drill.
        
        204 when both words are right.
        """
        return self._call('POST', f"/api/v1/accounts/{_part(account)}/drills/answer", body={'drill': drill, 'words': words, 'from': from_})

    def read_page_words(self, account: str) -> "OnSheet":
        """Read the page words of the active set."""
        return self._call('GET', f"/api/v1/accounts/{_part(account)}/page-words")

    def resume_account(self, account: str) -> "Account":
        """Resume an account.
        
        Takes a suspension back. Asked again, nothing changes.
        """
        return self._call('POST', f"/api/v1/accounts/{_part(account)}/resume")

    def list_sets(self, account: str) -> "Sets":
        """List an account's sets."""
        return self._call('GET', f"/api/v1/accounts/{_part(account)}/sets")

    def issue_set(self, account: str, *, count: Optional[int] = None, from_: Optional["Place"] = None, label: Optional[str] = None, idempotency_key: Optional[str] = None) -> "IssuedSet":
        """Issue a set of codes.
        
        A set that was issued before and waits to be activated is discarded; an active one stays until the new one is activated.
        Sent again with the same Idempotency-Key, the answer is the same set with other codes, and those before are dead.
        """
        return self._call('POST', f"/api/v1/accounts/{_part(account)}/sets", body={'count': count, 'from': from_, 'label': label}, again_as=idempotency_key or str(uuid.uuid4()))

    def read_set(self, account: str, set: str) -> "Set":
        """Read where a set stands."""
        return self._call('GET', f"/api/v1/accounts/{_part(account)}/sets/{_part(set)}")

    def activate_set(self, account: str, set: str, *, code: str, confirm: Optional[bool] = None, from_: Optional["Place"] = None) -> "Set":
        """Activate a set.
        
        The code is checked and not spent. The set that was active before retires at the same moment. Asked again with a code of
        the set, nothing changes.
        """
        return self._call('POST', f"/api/v1/accounts/{_part(account)}/sets/{_part(set)}/activate", body={'code': code, 'confirm': confirm, 'from': from_})

    def retire_set(self, account: str, set: str) -> "Set":
        """Retire a set.
        
        Its codes are spent no more: what to do when a sheet is lost. Asked again, nothing changes.
        """
        return self._call('POST', f"/api/v1/accounts/{_part(account)}/sets/{_part(set)}/retire")

    def suspend_account(self, account: str) -> "Account":
        """Suspend an account.
        
        Nothing of it is judged any more, and nothing is lost. Asked again, nothing changes.
        """
        return self._call('POST', f"/api/v1/accounts/{_part(account)}/suspend")

    def list_events(self, *, limit: Optional[int] = None, cursor: Optional[str] = None) -> "EventPage":
        """List events.
        
        Begin without a cursor and go on with `next`: every event is read once, also those that happen meanwhile. An event is here
        a moment after it happened.
        """
        return self._call('GET', "/api/v1/events", query={'limit': limit, 'cursor': cursor})

    def _call(
        self,
        method: str,
        path: str,
        *,
        query: Optional[Dict[str, Any]] = None,
        body: Optional[Dict[str, Any]] = None,
        again_as: Optional[str] = None,
    ) -> Any:
        asked = {name: value for name, value in (query or {}).items() if value is not None}
        url = self._url + path + ("?" + urllib.parse.urlencode(asked) if asked else "")
        headers = {"Authorization": f"Bearer {self._key}", "Accept": "application/json"}
        data = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = json.dumps({name: value for name, value in body.items() if value is not None}).encode()
        if again_as is not None:
            headers["Idempotency-Key"] = again_as
        retries = self._retries if method == "GET" or again_as is not None else 0
        while True:
            request = urllib.request.Request(url, data=data, headers=headers, method=method)
            wait = 1.0
            try:
                with urllib.request.urlopen(request, timeout=self._timeout) as answer:
                    text = answer.read()
                    return json.loads(text) if text else None
            except urllib.error.HTTPError as refused:
                if refused.code != 503 or retries == 0:
                    raise _problem(refused) from None
                wait = float(refused.headers.get("Retry-After", wait))
            except OSError:
                if retries == 0:
                    raise
            retries -= 1
            time.sleep(wait)


def _part(text: str) -> str:
    return urllib.parse.quote(text, safe="")


def _problem(refused: urllib.error.HTTPError) -> Problem:
    try:
        said = json.loads(refused.read())
    except ValueError:
        said = {}
    return Problem(refused.code, said if isinstance(said, dict) else {})


def verify_webhook(
    secret: str, headers: Mapping[str, str], body: Union[str, bytes], *, tolerance: float = 300
) -> Dict[str, Any]:
    """The message of a webhook, if it is Counterfoil's and not old; otherwise ValueError.

    `secret` is what `counterfoil app webhook set` printed; `body` is what came, byte by byte. A message may come more than
    once: its `webhook-id` tells.
    """
    told = {name.lower(): value for name, value in headers.items()}
    sent, signatures = told.get("webhook-timestamp", ""), told.get("webhook-signature", "")
    if not sent.isdigit() or abs(time.time() - int(sent)) > tolerance:
        raise ValueError("the message is too old, or too new")
    body = body.encode() if isinstance(body, str) else body
    key = base64.b64decode(secret[len("whsec_") :])
    signed = f"{told.get('webhook-id', '')}.{sent}.".encode() + body
    own = b"v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
    if not any(hmac.compare_digest(own, one.encode()) for one in signatures.split()):
        raise ValueError("the message is not signed with this secret")
    return json.loads(body)
