using System.Text;
using System.Text.Json;
using Classifier.App.Workers;
using Classifier.Clauses;
using Classifier.Documents;
using Classifier.Scores;
using Classifier.Tests.Reports;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.App;

public sealed class ClauseCodecTests
{
    private static readonly ScoredClause Full = new(
        Rows.Clause("é \u0001 😀").Clause with
        {
            Proposal = "RUS/27/4",
            Action = "MOD",
            Status = ClauseStatus.Modified,
            Kind = ClauseKind.TableCell,
            DeletedText = "may",
            TextBefore = "They may",
            Context = "Member States shall:",
            Source = "Türkiye",
            Start = 7,
        },
        Rows.Assessment(12.5) with { Effect = new Effect(0.1, -0.2, 0.3, -0.4), Force = Force.Voluntary, Framing = Framing.Multistakeholder, Review = true });

    private static readonly ScoredClause Plain = new(
        new Clause
        {
            Id = "",
            Page = 0,
            Number = "",
            HeadingPath = [],
            Kind = default,
            Proposal = "",
            Action = "",
            Status = default,
            Text = "",
            DeletedText = "",
            Language = "",
            Boxes = [],
            Start = 0,
        },
        new Assessment { Probabilities = [], Layer = default, RightsImpact = default, Rights = default, Framing = default, Force = default, Priority = 0, Review = false, Reasons = "" });

    [Fact]
    public void Read_ClauseWithEveryPropertySet_GivesEveryPropertyBack()
    {
        // Nothing may be left as it is by default, or a property that is forgotten would pass.
        Assert.All(Unset(Full.Clause, Plain.Clause).Concat(Unset(Full.Assessment!, Plain.Assessment!)), name => Assert.Fail($"{name} is not set"));
        Assert.Equal(JsonSerializer.Serialize(Full), JsonSerializer.Serialize(ClauseCodec.Read(Written(Full))));
    }

    [Fact]
    public void Read_ClauseWithoutAssessmentOrEffect_HasNone()
    {
        Assert.Null(ClauseCodec.Read(Written(Full with { Assessment = null })).Assessment);
        Assert.Null(ClauseCodec.Read(Written(Full with { Assessment = Full.Assessment! with { Effect = null } })).Assessment!.Effect);
    }

    [Fact]
    public void Read_BrokenSurrogate_IsShownAsJsonWouldShowIt() =>
        Assert.Equal("a\ufffdb", ClauseCodec.Read(Written(Full with { Clause = Full.Clause with { Text = "a\ud800b" } })).Clause.Text);

    [Fact]
    public void Read_EveryEnding_IsRefused()
    {
        byte[] whole = Written(Full);
        for (int length = 0; length < whole.Length; length++) Assert.Throws<InvalidDataException>(() => ClauseCodec.Read(whole.AsSpan(0, length)));
        Assert.Throws<InvalidDataException>(() => ClauseCodec.Read([.. whole, 0]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Read_CountThatThePartHasNoRoomFor_IsRefusedBeforeRoomIsMade(int texts)
    {
        // The counts of headings and of boxes stand behind id, page and number, and behind nine more texts and two bytes.
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes, Encoding.UTF8);
        writer.Write("id");
        writer.Write(1);
        writer.Write("");
        if (texts > 0)
        {
            writer.Write7BitEncodedInt(0);
            writer.Write((byte)0);
            for (int i = 0; i < 2; i++) writer.Write("");
            writer.Write((byte)0);
            for (int i = 0; i < 6; i++) writer.Write("");
        }
        writer.Write7BitEncodedInt(50_000_000);
        byte[] part = [.. bytes.ToArray(), .. new byte[50_000_000]];
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => ClauseCodec.Read(part));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Property(MaxTest = 1000)]
    public bool Read_AnyByteChanged_IsRefusedOrAClause(ushort place, byte change)
    {
        byte[] bytes = Written(Full);
        bytes[place % bytes.Length] ^= change;
        try
        {
            ScoredClause read = ClauseCodec.Read(bytes);
            return Enum.IsDefined(read.Clause.Kind) && Enum.IsDefined(read.Clause.Status) && read.Clause.Boxes.All(place => double.IsFinite(place.Box.Left));
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    [Fact]
    public void Read_NumberThatIsNotFinite_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => ClauseCodec.Read(Written(Full with { Clause = Full.Clause with { Boxes = [new PageBox(1, new Box(double.NaN, 0, 0, 0))] } })));

    [Fact]
    public void Read_RightThatIsNone_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => ClauseCodec.Read(Written(Full with { Assessment = Full.Assessment! with { Rights = (Rights)8 } })));

    private static IEnumerable<string> Unset<T>(T full, T plain) =>
        typeof(T).GetProperties().Where(property => JsonSerializer.Serialize(property.GetValue(full)) == JsonSerializer.Serialize(property.GetValue(plain))).Select(property => property.Name);

    private static byte[] Written(ScoredClause clause)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes, Encoding.UTF8);
        ClauseCodec.Write(writer, clause);
        return bytes.ToArray();
    }
}
