### Mail programs: what they are told, and the page of app passwords.

## What a mail program shows

mail-frozen = Your account is frozen. To open it again, go to { $url }
