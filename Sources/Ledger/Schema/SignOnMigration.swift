extension Migration {
    /// Who of the people at the desk is known by the office's single sign-on.
    ///
    /// `identity` is what an administrator invited; `issuer` and `subject` are the person who first came with it, and from
    /// then on nobody else is, whatever they are called there.
    static let signOn = Migration(
        number: 13,
        shared: """
            CREATE TABLE sign_ons (
                account TEXT NOT NULL PRIMARY KEY REFERENCES accounts (name),
                identity TEXT NOT NULL UNIQUE CHECK (length(identity) > 0),
                issuer TEXT CHECK (length(issuer) > 0),
                subject TEXT CHECK (length(subject) > 0),
                invited_at BIGINT NOT NULL,
                bound_at BIGINT,
                UNIQUE (issuer, subject),
                CHECK ((issuer IS NULL) = (subject IS NULL) AND (issuer IS NULL) = (bound_at IS NULL))
            )
            """)
}
