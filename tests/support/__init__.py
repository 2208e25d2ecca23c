"""What the tests stand on.

``page``          a browser page on the live server; ``tests.support.browser.login(page, user)``
``worker``        a real Celery worker with scheduler on the test's database and broker
``start_worker``  the same as a function, for tests that kill it: ``start_worker().kill()``
``national_stub`` the real stand-in for the national system, already in NATIONAL_SYSTEM_URL
``start_stub``    the same as a function: ``start_stub(fail_rate=0.3, seed=7)``

Tests that start processes need committed rows: mark them ``django_db(transaction=True)``.
"""
