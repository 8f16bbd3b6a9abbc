#include <libpq-fe.h>

// The codes of PQresultErrorField are character macros, which do not import.
// Null where the result carries no such field.
static inline const char *hoso_pg_state(const PGresult *result) {
    return PQresultErrorField(result, PG_DIAG_SQLSTATE);
}

static inline const char *hoso_pg_constraint(const PGresult *result) {
    return PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME);
}

static void hoso_pg_ignore(void *context, const char *message) {
    (void)context;
    (void)message;
}

// libpq prints the server's notices on stderr unless told otherwise; they may quote data.
static inline void hoso_pg_silence(PGconn *connection) {
    PQsetNoticeProcessor(connection, hoso_pg_ignore, NULL);
}
