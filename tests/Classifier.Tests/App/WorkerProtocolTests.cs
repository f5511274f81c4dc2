using Classifier.App.Workers;
using Classifier.Tests.Reports;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.App;

public sealed class WorkerProtocolTests
{
    [Property]
    public bool Read_WhatWasWritten_IsTheSame(byte[] payload)
    {
        MemoryStream pipe = Written(FrameKind.Result, payload);
        (FrameKind Kind, byte[] Payload)? frame = WorkerProtocol.Read(pipe, FrameKind.Result);
        return frame!.Value.Kind == FrameKind.Result && frame.Value.Payload.SequenceEqual(payload) && WorkerProtocol.Read(pipe, FrameKind.Result) is null;
    }

    [Property(MaxTest = 500)]
    public bool Read_AnyBytes_GivesAFrameOrSaysThatItIsNone(byte[] bytes)
    {
        try
        {
            return WorkerProtocol.Read(new MemoryStream(bytes), FrameKind.Page, FrameKind.Result) is not { } frame || frame.Payload.Length <= bytes.Length;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    [Fact]
    public void Read_KindThatMayNotCome_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => WorkerProtocol.Read(Written(FrameKind.Setup, [1]), FrameKind.Page, FrameKind.Result));

    [Theory]
    [InlineData((byte)FrameKind.Page, 5)]
    [InlineData((byte)FrameKind.Result, int.MaxValue)]
    [InlineData((byte)FrameKind.Result, -1)]
    public void Read_LengthOverTheLimit_IsRefusedBeforeMemoryIsTaken(byte kind, int length) =>
        Assert.Throws<InvalidDataException>(() => WorkerProtocol.Read(new MemoryStream([kind, .. BitConverter.GetBytes(length)]), (FrameKind)kind));

    [Fact]
    public void Write_PayloadOverTheLimit_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => WorkerProtocol.Write(new MemoryStream(), FrameKind.Page, new byte[5]));

    private static MemoryStream Written(FrameKind kind, byte[] payload)
    {
        MemoryStream pipe = new();
        WorkerProtocol.Write(pipe, kind, payload);
        pipe.Position = 0;
        return pipe;
    }
}

public sealed class ResultCodecTests
{
    private static readonly string Id = new('a', 64);

    [Fact]
    public void Decode_WhatWasEncoded_IsTheSame()
    {
        ProposalResult result = Result(Rows.Clause("one", 12.5), Rows.Clause("two \"é\" \u0001 😀"));
        DecodedResult decoded = ResultCodec.Decode(ResultCodec.Encode(result));
        Assert.Equal("en", decoded.Head.Language);
        Assert.Equal(result.Issues, decoded.Head.Issues);
        ScoredClause[] clauses = [.. decoded.Clauses];
        Assert.Equal(result.Clauses.Select(clause => clause.Clause.Text), clauses.Select(clause => clause.Clause.Text));
        Assert.Equal(result.Clauses[0].Clause.Boxes, clauses[0].Clause.Boxes);
        Assert.Equal(result.Clauses[0].Assessment!.Probabilities, clauses[0].Assessment!.Probabilities);
        Assert.Equal(result.Clauses[0].Assessment!.Rights, clauses[0].Assessment!.Rights);
        Assert.Null(clauses[1].Assessment);
    }

    [Property(MaxTest = 300)]
    public bool Check_DamagedResult_IsRefusedOrStillWellFormed(NonNegativeInt place, byte change)
    {
        byte[] bytes = ResultCodec.Encode(Result(Rows.Clause("one", 12.5), Rows.Clause("two", 1)));
        bytes[place.Get % bytes.Length] ^= (byte)(change | 1);
        try
        {
            return ResultCodec.Check(bytes, Id).DocumentId == Id;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    [Fact]
    public void Check_ResultForAnotherDocument_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => ResultCodec.Check(ResultCodec.Encode(Result()), new string('b', 64)));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(-0.1f)]
    [InlineData(1.1f)]
    public void Check_ScoresThatAreNoProbabilities_AreRefused(float score)
    {
        ScoredClause clause = Rows.Clause("one", 1);
        clause = clause with { Assessment = clause.Assessment! with { Probabilities = [.. clause.Assessment.Probabilities.Skip(1), score] } };
        Assert.ThrowsAny<Exception>(() => ResultCodec.Check(ResultCodec.Encode(Result(clause)), Id));
    }

    private static ProposalResult Result(params ScoredClause[] clauses) => new()
    {
        DocumentId = Id,
        Pages = 2,
        Language = "en",
        Model = "m@1",
        Clauses = clauses,
        Issues = [new Issue(Severity.Loss, "read", 2, "malformed_page", "Page 2 is broken.")],
    };
}
