// For tests under Wine 8 alone, which lacks the DLL that Rust's standard library takes its random numbers from. Windows and Wine 10 have it.
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG size);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T size) { return SystemFunction036(buffer, (ULONG)size); }
