// The network that reads Vietnamese print, in the format of Tesseract's language data: Models/print-vi/1.
#ifndef PRINT_NETWORK_H
#define PRINT_NETWORK_H

/// The data, for as long as the process lives.
const char *printNetwork(void);
/// Bytes.
int printNetworkSize(void);

#endif
