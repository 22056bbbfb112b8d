#include <dlfcn.h>
#include <netcdf.h>
#include <stddef.h>
#include <stdint.h>

// HDF5 is not linked by name, since each system names it otherwise; NetCDF has loaded it.

/// Keeps HDF5 from closing at the process's end what a full disk has left half written: it crashes over that. Has to be
/// called before all else.
static inline void netcdf_leave_at_exit(void) {
    int (*leave)(void) = (int (*)(void))dlsym(NULL, "H5dont_atexit");
    if (leave) leave();
}

/// Keeps HDF5 from printing on the calling thread; NetCDF does so only on the thread that uses it first.
static inline void netcdf_silence_thread(void) {
    int (*print)(int64_t, void *, void *) = (int (*)(int64_t, void *, void *))dlsym(NULL, "H5Eset_auto2");
    if (print) print(0, NULL, NULL);
}
