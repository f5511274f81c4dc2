using Classifier.Reports;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Reports;

public sealed class CellGuardTests
{
    private const string Dangerous = "=+-@\t\r\n＝＋－＠";

    [Property(MaxTest = 2000)]
    public bool Guard_AnyText_IsUndoneUnlessItSaysOtherwise(NonNull<string> text)
    {
        string cell = CellGuard.Guard(text.Get, out CellChange change);
        return (change & (CellChange.Cut | CellChange.Replaced)) != 0 || CellGuard.Unguard(cell) == text.Get;
    }

    [Property(MaxTest = 2000)]
    public bool Guard_AnyText_NeverBeginsLikeAFormula(NonNull<string> text)
    {
        string cell = CellGuard.Guard(text.Get, out _);
        return cell.Length == 0 || !Dangerous.Contains(cell[0], StringComparison.Ordinal);
    }

    [Property(MaxTest = 2000)]
    public bool Guard_AnyText_ChangesNothingInSilence(NonNull<string> text)
    {
        string cell = CellGuard.Guard(text.Get, out CellChange change);
        return cell == text.Get == (change == CellChange.None);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49 30")]
    [InlineData("- a bullet")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1+1")]
    [InlineData("(1)")]
    [InlineData("5.10")]
    [InlineData("1/2")]
    [InlineData("007")]
    [InlineData("1234567890123456")]
    [InlineData("12345678901234e5")]
    [InlineData("'=1")]
    public void Guard_WhatASpreadsheetWouldTurn_GetsAnApostrophe(string text)
    {
        Assert.Equal("'" + text, CellGuard.Guard(text, out CellChange change));
        Assert.Equal(CellChange.Guarded, change);
        Assert.Equal(text, CellGuard.Unguard("'" + text));
    }

    [Theory]
    [InlineData("27")]
    [InlineData("27.")]
    [InlineData("(a)")]
    [InlineData("5.2bis")]
    [InlineData("a = b")]
    [InlineData("'tis")]
    [InlineData("")]
    [InlineData("Article 34 – Suspension")]
    public void Guard_PlainText_IsLeftAlone(string text)
    {
        Assert.Same(text, CellGuard.Guard(text, out CellChange change));
        Assert.Equal(CellChange.None, change);
        Assert.Equal(text, CellGuard.Unguard(text));
    }

    [Theory]
    [InlineData("a\0b", "a␀b")]
    [InlineData("\u001b[31mred", "␛[31mred")]
    [InlineData("a\u202eb", "a<U+202E>b")]
    [InlineData("a\u2066b\u2069", "a<U+2066>b<U+2069>")]
    [InlineData("a\u0085b", "a<U+0085>b")]
    public void Guard_WhatCannotBeSeen_IsShown(string text, string shown)
    {
        Assert.Equal(shown, CellGuard.Guard(text, out CellChange change));
        Assert.Equal(CellChange.Replaced, change);
    }

    [Fact]
    public void Guard_LoneSurrogate_IsShown() => Assert.Equal("a\ufffdb", CellGuard.Guard("a\ud800b", out _));

    [Theory]
    [InlineData(32_767, false)]
    [InlineData(32_768, true)]
    public void Guard_LongText_FitsIntoACell(int length, bool cut)
    {
        string cell = CellGuard.Guard(new string('a', length), out CellChange change);
        Assert.Equal(cut, change == CellChange.Cut);
        Assert.Equal(32_767, cell.Length);
    }

    [Fact]
    public void Guard_LongFormulaOfPairs_IsCutBetweenCharacters()
    {
        string cell = CellGuard.Guard("=" + string.Concat(Enumerable.Repeat("😀", 20_000)), out CellChange change);
        Assert.Equal(CellChange.Guarded | CellChange.Cut, change);
        Assert.True(cell.Length <= CellGuard.MostCharacters);
        Assert.False(char.IsHighSurrogate(cell[^2]));
    }

    [Fact]
    public void Guard_ManyLines_KeepsWhatACellCanHold()
    {
        string cell = CellGuard.Guard(string.Concat(Enumerable.Repeat("a\n", 300)), out CellChange change);
        Assert.Equal(CellChange.Cut, change);
        Assert.Equal(253, cell.Count(c => c == '\n'));
    }
}
