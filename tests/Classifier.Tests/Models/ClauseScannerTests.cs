using Classifier.Models;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.Models;

public sealed class ClauseScannerTests
{
    [Property]
    public void Scan_AnyText_GivesTokensInOrderWithinIt(string? given)
    {
        string text = given ?? "";
        ScannedClause clause = ClauseScanner.Scan(text);
        int end = 0;
        foreach (TextSpan token in clause.Tokens)
        {
            Assert.True(token.Start >= end && token.Length > 0);
            end = token.Start + token.Length;
        }
        Assert.True(end <= text.Length);
        Assert.All(clause.Words, word => Assert.InRange(word.Token, 0, clause.Tokens.Count - 1));
        Assert.All(clause.Ngrams, ngram => Assert.True(ngram.FirstToken <= ngram.LastToken && ngram.LastToken < clause.Tokens.Count));
    }

    [Fact]
    public void Scan_Tokens_StandAtTheirWordsWithoutPunctuation()
    {
        const string text = "(a) Member States \"shall\", if need be, block…";
        Assert.Equal(["a", "Member", "States", "shall", "if", "need", "be", "block"], ClauseScanner.Scan(text).Tokens.Select(token => text.Substring(token.Start, token.Length)));
    }

    [Theory]
    [InlineData("Member States shall", "MEMBER  states\nshall")]
    [InlineData("the users’ rights", "the users' rights")]
    [InlineData("Convention of 1988", "Convention of 2012")]
    public void Scan_TextsThatDifferInForm_GivesTheSameNgrams(string one, string other) =>
        Assert.Equal(ClauseScanner.Scan(one).Ngrams.Select(ngram => ngram.Hash), ClauseScanner.Scan(other).Ngrams.Select(ngram => ngram.Hash));

    [Theory]
    [InlineData("shall", "shall not")]
    [InlineData("block", "blocks")]
    [InlineData("states may act", "may states act")]
    [InlineData("act states may act", "may act states act")]
    public void Scan_TextsThatDifferInWords_GivesOtherNgrams(string one, string other) =>
        Assert.NotEqual(ClauseScanner.Scan(one).Ngrams.Select(ngram => ngram.Hash), ClauseScanner.Scan(other).Ngrams.Select(ngram => ngram.Hash));

    [Fact]
    public void Scan_OneWord_GivesItsCharacterNgramsWithBlanksAtTheEnds()
    {
        ScannedClause clause = ClauseScanner.Scan("may");
        // " ma", "may", "ay ", " may", "may ", " may ".
        Assert.Equal(6, clause.Ngrams.Count(ngram => ngram.Kind == NgramKind.Characters));
        Assert.Contains(clause.Ngrams, ngram => ngram.Kind == NgramKind.Words && ngram.Hash == ClauseScanner.HashWord("may"));
    }
}
