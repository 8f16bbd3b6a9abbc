#include "PrintNetwork.h"

// Clang has it in C of every year, and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const char network[] = {
#embed "../../Models/print-vi/1/print-vi.traineddata"
};

const char *printNetwork(void) { return network; }
int printNetworkSize(void) { return sizeof network; }
