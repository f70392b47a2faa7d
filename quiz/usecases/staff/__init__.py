"""Use cases around staff accounts: who belongs to a school, one-time links, the audit trail."""
