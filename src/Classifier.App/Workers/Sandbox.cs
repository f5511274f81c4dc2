using System.Runtime.InteropServices;

namespace Classifier.App.Workers;

/// <summary>
/// Takes from this process, for good, what a worker never needs: the network, other programs, other processes, and files to write. Linux
/// on x64 and arm64 alone, by a seccomp filter (seccomp(2)) on all threads; a call that is not allowed fails as if for lack of permission.
/// </summary>
internal static partial class Sandbox
{
    private const int SetNoNewPrivileges = 38;
    private const uint SetModeFilter = 1, SynchronizeThreads = 1;

    // Classic BPF (linux/filter.h, linux/seccomp.h).
    private const ushort LoadWord = 0x20, JumpIfEqual = 0x15, JumpIfAnyBit = 0x45, Return = 0x06;
    private const uint Allow = 0x7fff0000, Refuse = 0x00050000 + NotPermitted, NotKnown = 0x00050000 + NoSuchCall;
    private const uint NotPermitted = 1, NoSuchCall = 38;
    private const uint CallOffset = 0, MachineOffset = 4, ArgumentsOffset = 16;
    private const uint WritingFlags = 0x3 | 0x40 | 0x200; // O_WRONLY, O_RDWR, O_CREAT, O_TRUNC

    /// <summary>Numbers of system calls on a machine.</summary>
    /// <param name="Machine">As the kernel names it to filters (linux/audit.h).</param>
    /// <param name="SystemCall">The call that installs the filter.</param>
    /// <param name="Open">The old call to open files, whose flags are its second argument; null where there is none.</param>
    /// <param name="OpenAt">The call to open files, whose flags are its third argument.</param>
    /// <param name="Refused">Calls that always fail.</param>
    private sealed record Calls(uint Machine, int SystemCall, uint? Open, uint OpenAt, uint[] Refused);

    private const uint OpenAt2 = 437, Clone3 = 435;

    // socket, connect, accept, sendto, sendmsg, bind, listen, socketpair, fork, vfork, execve, ptrace, creat, rename, mkdir, rmdir, link, unlink,
    // symlink, chmod, chown, truncate, mount, process_vm_writev, mkdirat, unlinkat, renameat, linkat, symlinkat, fchmodat, accept4, sendmmsg, renameat2, bpf, execveat, io_uring_setup, kill, mknod, mknodat
    private static readonly Calls X64 = new(0xc000003e, 317, 2, 257,
        [41, 42, 43, 44, 46, 49, 50, 53, 57, 58, 59, 101, 85, 82, 83, 84, 86, 87, 88, 90, 92, 76, 165, 311, 258, 263, 264, 265, 266, 268, 288, 307, 316, 321, 322, 425, 62, 133, 259]);

    // The same calls, as far as this machine has them.
    private static readonly Calls Arm64 = new(0xc00000b7, 277, null, 56,
        [198, 203, 202, 206, 211, 200, 201, 199, 221, 117, 34, 35, 36, 37, 38, 45, 53, 54, 40, 271, 242, 269, 276, 280, 281, 425, 129, 33]);

    /// <summary>Goes into the sandbox.</summary>
    /// <returns>False where the system has none to offer.</returns>
    public static bool Enter()
    {
        Calls? calls = !OperatingSystem.IsLinux() ? null : RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => X64,
            Architecture.Arm64 => Arm64,
            _ => null,
        };
        return calls is not null && Install(calls, Filter(calls));
    }

    private static Instruction[] Filter(Calls calls)
    {
        List<Instruction> filter =
        [
            new(LoadWord, 0, 0, MachineOffset),
            new(JumpIfEqual, 1, 0, calls.Machine),
            new(Return, 0, 0, Refuse), // a call by the numbers of another machine would slip through the list
            new(LoadWord, 0, 0, CallOffset),
            // The runtime falls back to older calls whose arguments a filter can see.
            new(JumpIfEqual, 0, 1, OpenAt2),
            new(Return, 0, 0, NotKnown),
            new(JumpIfEqual, 0, 1, Clone3),
            new(Return, 0, 0, NotKnown),
        ];
        foreach (uint call in calls.Refused) filter.AddRange([new(JumpIfEqual, 0, 1, call), new(Return, 0, 0, Refuse)]);
        if (calls.Open is { } open) filter.AddRange(RefuseWriting(open, flagsArgument: 1));
        filter.AddRange(RefuseWriting(calls.OpenAt, flagsArgument: 2));
        filter.Add(new(Return, 0, 0, Allow));
        return [.. filter];
    }

    private static Instruction[] RefuseWriting(uint call, uint flagsArgument) =>
    [
        new(JumpIfEqual, 0, 4, call),
        new(LoadWord, 0, 0, ArgumentsOffset + 8 * flagsArgument),
        new(JumpIfAnyBit, 0, 1, WritingFlags),
        new(Return, 0, 0, Refuse),
        new(Return, 0, 0, Allow),
    ];

    private static unsafe bool Install(Calls calls, Instruction[] filter)
    {
        if (ProcessControl(SetNoNewPrivileges, 1, 0, 0, 0) != 0) return false;
        fixed (Instruction* first = filter)
        {
            FilterProgram program = new((ushort)filter.Length, (nint)first);
            return SystemCall(calls.SystemCall, SetModeFilter, SynchronizeThreads, (nint)(&program)) == 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int ProcessControl(int option, nuint a, nuint b, nuint c, nuint d);

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint SystemCall(nint number, nuint operation, nuint flags, nint argument);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct FilterProgram(ushort Length, nint First);
}
