"""Tries the client on a running server: URL and KEY say which, HEARD is a file with a webhook's message."""

import json
import os
import time
import unittest
import uuid

from counterfoil import Counterfoil, Problem, verify_webhook

URL, KEY = os.environ["URL"], os.environ["KEY"]


class ClientTest(unittest.TestCase):
    def test_a_sheet_from_the_first_draw_to_the_last_answer(self):
        counterfoil = Counterfoil(URL, KEY)
        reference = f"python-{uuid.uuid4()}"
        account = counterfoil.create_account(reference=reference, name="Ada")
        self.assertEqual(account["state"], "active")
        listed = counterfoil.list_accounts(reference=reference)
        self.assertEqual([one["id"] for one in listed["accounts"]], [account["id"]])

        sheet = counterfoil.issue_set(account["id"], label="The shop", count=4)
        codes = {one["slot"]: one for one in sheet["codes"]}
        place = {"address": "198.51.100.7", "device": "Firefox"}
        active = counterfoil.activate_set(account["id"], sheet["id"], code=codes[1]["code"], from_=place)
        self.assertEqual((active["state"], active["left"]), ("active", 4))
        self.assertEqual(counterfoil.read_page_words(account["id"])["page_words"], sheet["page_words"])

        drill = counterfoil.begin_drill(account["id"])
        words = [codes[slot]["word"] for slot in drill["slots"]]
        self.assertIsNone(counterfoil.answer_drill(account["id"], drill=drill["drill"], words=words))
        self.assertEqual(counterfoil.check_code(account["id"], code=codes[2]["code"])["slot"], 2)

        again = str(uuid.uuid4())
        spent = counterfoil.redeem_code(account["id"], code=codes[2]["code"], idempotency_key=again)
        self.assertEqual((spent["slot"], spent["left"]), (2, 3))
        same = counterfoil.redeem_code(account["id"], code=codes[2]["code"], idempotency_key=again)
        self.assertEqual(same["spent_at"], spent["spent_at"])
        with self.assertRaises(Problem) as refused:
            counterfoil.redeem_code(account["id"], code=codes[2]["code"])
        self.assertEqual((refused.exception.status, refused.exception.code), (422, "code-spent"))

        self.assertEqual(counterfoil.suspend_account(account["id"])["state"], "suspended")
        self.assertEqual(counterfoil.resume_account(account["id"])["state"], "active")
        self.assertEqual(counterfoil.retire_set(account["id"], sheet["id"])["state"], "retired")
        self.assertEqual(self.told(counterfoil, account["id"])[:1], ["account-created"])
        self.assertIsNone(counterfoil.erase_account(account["id"]))
        with self.assertRaises(Problem) as gone:
            counterfoil.read_account(account["id"])
        self.assertEqual(gone.exception.code, "account-unknown")

    def told(self, counterfoil, account):
        """What happened to an account, read a few events at a time, once the last of it is there."""
        cursor, kinds = None, []
        for _ in range(600):
            page = counterfoil.list_events(limit=3, cursor=cursor)
            cursor = page["next"]
            kinds += [event["type"] for event in page["events"] if event["account"] == account]
            if "codes-retired" in kinds:
                return kinds
            if not page["more"]:
                time.sleep(0.1)
        self.fail(f"not all of it was told: {kinds}")

    def test_a_refusal_is_a_problem(self):
        with self.assertRaises(Problem) as refused:
            Counterfoil(URL, "cfk_none").list_accounts()
        self.assertEqual((refused.exception.status, refused.exception.code), (401, "key-invalid"))
        with self.assertRaises(Problem) as refused:
            Counterfoil(URL, KEY).create_account(reference="")
        self.assertEqual((refused.exception.code, refused.exception.field), ("field-invalid", "reference"))

    def test_a_webhook_s_message_is_verified(self):
        with open(os.environ["HEARD"], encoding="utf-8") as file:
            heard = json.load(file)
        secret, headers, body = heard["secret"], heard["headers"], heard["body"]
        self.assertEqual(verify_webhook(secret, headers, body)["type"], "webhook-test")
        late = {**headers, "webhook-timestamp": "1700000000"}
        for wrong in [(secret, headers, body + " "), (secret, late, body), ("whsec_AAAA", headers, body), (secret, {}, body)]:
            with self.assertRaises(ValueError):
                verify_webhook(*wrong)


unittest.main()
