using Xunit;

// libtorch has one random generator and one number of threads for the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
