/* Bytes as an upload: the verdict is one of the list, has a sentence, and is the same the second time. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "core/pdf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum pdf_verdict v = pdf_check_here(data, size);
    assert(v >= PDF_OK && v < PDF_LATER && strlen(pdf_verdict_text(v)) > 20);
    assert(v != PDF_OK || (size > 5 && memcmp(data, "%PDF-", 5) == 0));
    assert(pdf_check_here(data, size) == v);
    return 0;
}
