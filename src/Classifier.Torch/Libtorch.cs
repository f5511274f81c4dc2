using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace Classifier.Torch;

/// <summary>Gets the native library ready before anything of it is used.</summary>
internal static class Libtorch
{
    private static readonly string[] Dependencies = ["libc10.so", "libtorch_cpu.so", "libtorch.so"];

    /// <summary>The fastest device there is: a GPU where a CUDA build of libtorch found one, else the processor.</summary>
    public static torch.Device Device => torch.cuda.is_available() ? torch.CUDA : torch.CPU;

    /// <summary>Sets how many cores one operation may use; the sums' order, and with it the last bits of a result, depend on it.</summary>
    /// <param name="threads">Cores, at least 1.</param>
    public static void UseThreads(int threads) => torch.set_num_threads(threads);

    /// <summary>
    /// Runs before any other code of this assembly. TorchSharp's library is linked against GCC 13's libstdc++; on systems with GCC 12's
    /// (Debian 12, Ubuntu 22.04) it is loaded in a form that asks for what is there (<see cref="OlderLibstdcxx"/>).
    /// </summary>
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "The tests and the command line enter this assembly at different places; all must find libtorch.")]
    internal static void Prepare()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64) return;
        string folder = Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native");
        string library = Path.Combine(folder, "libLibTorchSharp.so");
        // Published for one platform, the files lie beside the program and TorchSharp's own search finds them or says what is wrong.
        if (!File.Exists(library) || NativeLibrary.TryLoad(library, out _)) return;
        byte[]? fitted = OlderLibstdcxx.Fit(File.ReadAllBytes(library));
        if (fitted is null) return;
        foreach (string dependency in Dependencies)
        {
            if (!NativeLibrary.TryLoad(Path.Combine(folder, dependency), out _)) return;
        }
        DirectoryInfo aside = Directory.CreateTempSubdirectory("classifier-torch-");
        try
        {
            string copy = Path.Combine(aside.FullName, Path.GetFileName(library));
            File.WriteAllBytes(copy, fitted);
            NativeLibrary.TryLoad(copy, out _);
        }
        finally
        {
            aside.Delete(recursive: true);
        }
    }
}
