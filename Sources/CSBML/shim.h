#include <sbml/SBMLTypes.h>
