"""Certificates are taken as a browser takes them: checked, on each Python with the same outcome."""

import ssl

from quiz.config.trust import usual_trust


def test_a_certificate_is_checked_and_an_authority_without_key_usage_is_no_reason_to_refuse() -> (
    None
):
    context = usual_trust()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert not context.verify_flags & ssl.VERIFY_X509_STRICT, "set by Python 3.13 itself"
