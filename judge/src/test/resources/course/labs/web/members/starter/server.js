// Sign people in by OIDC_ISSUER.
