#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo take what they are given (C varargs) and do not import: one face a type.
typedef size_t (*hoso_curl_receiver)(char *, size_t, size_t, void *);

static inline CURLcode hoso_curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode hoso_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode hoso_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode hoso_curl_set_receiver(CURL *handle, CURLoption option, hoso_curl_receiver receiver) {
    return curl_easy_setopt(handle, option, receiver);
}

static inline CURLcode hoso_curl_set_context(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline long hoso_curl_status(CURL *handle) {
    long status = 0;
    return curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0;
}

// Seconds; 0 where the answer has no Retry-After.
static inline curl_off_t hoso_curl_retry_after(CURL *handle) {
    curl_off_t seconds = 0;
    return curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &seconds) == CURLE_OK ? seconds : 0;
}

// Calls back with each header of the last answer; the texts live as long as the handle does nothing else.
typedef void (*hoso_curl_header_visitor)(const char *name, const char *value, void *context);

static inline void hoso_curl_each_header(CURL *handle, hoso_curl_header_visitor visit, void *context) {
    struct curl_header *header = NULL;
    while ((header = curl_easy_nextheader(handle, CURLH_HEADER, -1, header)) != NULL) {
        visit(header->name, header->value, context);
    }
}
