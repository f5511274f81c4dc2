using System.Buffers.Binary;
using System.Text;

namespace Classifier.Torch;

/// <summary>
/// Makes a library built with GCC 13 loadable on a system with GCC 12's libstdc++. Such a library refers to one symbol of version
/// GLIBCXX_3.4.32, <c>std::ios_base_library_init()</c>: an anchor without effect, put there by every file that includes &lt;iostream&gt;, whose
/// streams GCC 12's libraries set up themselves (GCC 13 release notes, "Runtime Library"). The reference is turned to a function without
/// arguments and without effect that the library imports anyway, and the version to the newest older one that it asks for.
/// </summary>
/// <remarks>Layout of the tables: Linux Standard Base Core 5.0, chapter "Symbol Versioning"; ELF-64 Object File Format 1.5.</remarks>
internal static class OlderLibstdcxx
{
    private const string Anchor = "_ZSt21ios_base_library_initv", AnchorVersion = "GLIBCXX_3.4.32", OlderVersion = "GLIBCXX_3.4.30";

    /// <summary><c>c10::GradMode::is_enabled()</c>: reads a flag.</summary>
    private const string Harmless = "_ZN3c108GradMode10is_enabledEv";

    private const uint DynamicSymbols = 11, NeededVersions = 0x6ffffffe, SymbolVersions = 0x6fffffff;

    /// <summary>Refits a 64-bit little-endian library.</summary>
    /// <param name="library">The file's bytes; not changed.</param>
    /// <returns>The refitted bytes; null where the library does not have the shape described above.</returns>
    public static byte[]? Fit(byte[] library)
    {
        byte[] file = [.. library];
        if (Section(file, DynamicSymbols) is not { } symbols || Section(file, NeededVersions) is not { } needed || Section(file, SymbolVersions) is not { } versions) return null;
        int names = (int)Long(file, Header(file, symbols.Link) + 0x18);
        int anchor = -1, harmless = -1;
        for (int i = 0; i < symbols.Size / 24; i++)
        {
            string name = Name(file, names, symbols.Offset + 24 * i);
            if (name == Anchor) anchor = i;
            if (name == Harmless) harmless = i;
        }
        (int newer, int older) = (VersionNeed(file, needed, names, AnchorVersion), VersionNeed(file, needed, names, OlderVersion));
        if (anchor < 0 || harmless < 0 || newer < 0 || older < 0) return null;
        Copy(symbols.Offset + 24 * harmless, symbols.Offset + 24 * anchor, 4);
        Copy(versions.Offset + 2 * harmless, versions.Offset + 2 * anchor, 2);
        Copy(older, newer, 4);
        Copy(older + 8, newer + 8, 4);
        return file;

        void Copy(int from, int to, int length) => file.AsSpan(from, length).CopyTo(file.AsSpan(to));
    }

    private static int Header(byte[] file, int section) => (int)Long(file, 0x28) + 64 * section;

    private static (int Offset, int Size, int Link, int Count)? Section(byte[] file, uint type)
    {
        int sections = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(0x3c));
        for (int i = 0; i < sections; i++)
        {
            int at = Header(file, i);
            if ((uint)Int(file, at + 4) == type) return ((int)Long(file, at + 0x18), (int)Long(file, at + 0x20), Int(file, at + 0x28), Int(file, at + 0x2c));
        }
        return null;
    }

    /// <summary>Where the entry of one needed version stands, or -1.</summary>
    private static int VersionNeed(byte[] file, (int Offset, int Size, int Link, int Count) needed, int names, string version)
    {
        int library = needed.Offset;
        for (int i = 0; i < needed.Count; i++, library += Int(file, library + 12))
        {
            int entry = library + Int(file, library + 8);
            for (int j = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(library + 2)); j > 0; j--, entry += Int(file, entry + 12))
            {
                if (Name(file, names, entry + 8) == version) return entry;
            }
        }
        return -1;
    }

    private static string Name(byte[] file, int names, int at)
    {
        int start = names + Int(file, at), length = Array.IndexOf(file, (byte)0, start) - start;
        return Encoding.ASCII.GetString(file, start, length);
    }

    private static int Int(byte[] file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));

    private static long Long(byte[] file, int at) => BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(at));
}
