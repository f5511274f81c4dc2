using Classifier.App;
using Classifier.App.Runs;
using Classifier.Tests.Reports;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.App;

public sealed class JournalTests
{
    private static readonly byte[] Fingerprint = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[][] Payloads = [[1, 2, 3], [], [.. Enumerable.Repeat((byte)7, 500)]];

    [Property(MaxTest = 200)]
    public bool Open_CutAnywhere_FindsEveryRecordThatIsWholeAndGoesOn(NonNegativeInt cut)
    {
        using TemporaryFolder folder = new();
        string path = Written(folder);
        int length = cut.Get % (int)(new FileInfo(path).Length + 1);
        using (FileStream stream = File.OpenWrite(path)) stream.SetLength(length);
        long[] ends = [.. Payloads.Select((_, i) => 40L + Payloads.Take(i + 1).Sum(payload => 52 + payload.Length))];
        int whole = ends.Count(end => end <= length);
        using (Journal journal = Journal.Open(path, Fingerprint))
        {
            if (journal.Documents.Count != whole || !Enumerable.Range(0, whole).All(i => journal.Read(Id(i)).SequenceEqual(Payloads[i]))) return false;
            journal.Add(Id(9), [9]);
        }
        using Journal again = Journal.Open(path, Fingerprint);
        return again.Documents.Count == whole + 1 && again.Read(Id(9)).SequenceEqual(new byte[] { 9 });
    }

    [Property(MaxTest = 200)]
    public bool Open_OneByteChanged_NeverGivesAWrongResult(NonNegativeInt place, byte change)
    {
        using TemporaryFolder folder = new();
        string path = Written(folder);
        byte[] bytes = File.ReadAllBytes(path);
        int at = 40 + place.Get % (bytes.Length - 40);
        bytes[at] ^= (byte)(change | 1);
        File.WriteAllBytes(path, bytes);
        using Journal journal = Journal.Open(path, Fingerprint);
        return journal.Documents.Count < Payloads.Length && journal.Documents.All(id => journal.Read(id).SequenceEqual(Payloads[Convert.ToInt32(id, 16)]));
    }

    [Fact]
    public void Open_OtherFingerprint_IsRefused()
    {
        using TemporaryFolder folder = new();
        string path = Written(folder);
        Assert.Equal(ExitCodes.Usage, Assert.Throws<StopException>(() => Journal.Open(path, new byte[32])).ExitCode);
        Assert.Equal(ExitCodes.Usage, Assert.Throws<StopException>(() => Journal.OpenFinished(path, new byte[32])).ExitCode);
    }

    [Fact]
    public void Add_SameDocumentAgain_ReplacesTheEarlierResult()
    {
        using TemporaryFolder folder = new();
        string path = Written(folder);
        using (Journal journal = Journal.Open(path, Fingerprint)) journal.Add(Id(0), [42]);
        using Journal again = Journal.Open(path, Fingerprint);
        Assert.Equal([42], again.Read(Id(0)));
    }

    private static string Id(int number) => number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture);

    private static string Written(TemporaryFolder folder)
    {
        string path = folder.Below("journal");
        using Journal journal = Journal.Begin(path, Fingerprint);
        for (int i = 0; i < Payloads.Length; i++) journal.Add(Id(i), Payloads[i]);
        return path;
    }
}

public sealed class ResultCacheTests
{
    private static readonly string Id = new('a', 64);

    [Fact]
    public void Find_WhatWasKept_IsGivenBackToTheSameProgramOnly()
    {
        using TemporaryFolder folder = new();
        new ResultCache(folder.Path, new byte[32]).Keep(Id, [1, 2]);
        Assert.Equal([1, 2], new ResultCache(folder.Path, new byte[32]).Find(Id));
        Assert.Null(new ResultCache(folder.Path, [.. Enumerable.Repeat((byte)1, 32)]).Find(Id));
        Assert.Null(new ResultCache(folder.Path, new byte[32]).Find(new string('b', 64)));
    }

    [Fact]
    public void Find_DamagedEntry_CountsAsAbsent()
    {
        using TemporaryFolder folder = new();
        ResultCache cache = new(folder.Path, new byte[32]);
        cache.Keep(Id, [1, 2]);
        string entry = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Single();
        byte[] bytes = File.ReadAllBytes(entry);
        bytes[^1] ^= 1;
        File.WriteAllBytes(entry, bytes);
        Assert.Null(cache.Find(Id));
        File.WriteAllBytes(entry, bytes[..5]);
        Assert.Null(cache.Find(Id));
    }
}
