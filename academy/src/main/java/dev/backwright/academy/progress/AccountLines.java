package dev.backwright.academy.progress;

/// What an academy for many keeps about somebody beside their work, as lines of their export. Nobody takes it in: an account comes from
/// no file.
final class AccountLines {

    /// No secret is among them: no hash, no token, no public key.
    static final String QUERY =
            """
            select line::text from (
                select 1 as place, signed_in_at as at, jsonb_build_object('kind', 'account', 'name', name, 'mail', mail,
                    'role', role, 'signedInAt', signed_in_at) as line
                from account where person = :person
                union all
                select 2, linked_at, jsonb_build_object('kind', 'provider', 'issuer', issuer, 'subject', subject,
                    'linkedAt', linked_at)
                from provider_identity where person = :person
                union all
                select 3, made_at, jsonb_build_object('kind', 'passkey', 'name', name, 'madeAt', made_at, 'usedAt', used_at)
                from passkey where person = :person
                union all
                select 4, made_at, jsonb_build_object('kind', 'token', 'name', name, 'scopes', to_jsonb(scopes),
                    'madeAt', made_at, 'expiresAt', expires_at, 'usedAt', used_at)
                from api_token where person = :person
                union all
                select 5, joined_at, jsonb_build_object('kind', 'cohort', 'name', c.name, 'leads', m.leads,
                    'joinedAt', m.joined_at)
                from cohort_member m join cohort c on c.id = m.cohort where m.person = :person
                union all
                select 6, taken_at, jsonb_build_object('kind', 'badge', 'step', step, 'takenAt', taken_at,
                    'withdrawnAt', withdrawn_at, 'credential', token)
                from badge where person = :person
                union all
                select 7, written_at, jsonb_build_object('kind', 'comment', 'version', version, 'path', path, 'line', line,
                    'text', text, 'writtenAt', written_at)
                from comment where author = :person
                union all
                select 8, c.written_at, jsonb_build_object('kind', 'commentOnMine', 'version', c.version, 'path', c.path,
                    'line', c.line, 'text', c.text, 'writtenAt', c.written_at)
                from comment c join version v on v.id = c.version
                where v.person = :person and c.author is distinct from :person
                union all
                select 9, at, jsonb_build_object('kind', 'deed', 'action', action, 'subject', subject, 'at', at)
                from audit where actor = :person
            ) lines order by place, at\
            """;

    private AccountLines() {}
}
