"""Referral slips: issued to a person for an employer, answered once, followed up."""
