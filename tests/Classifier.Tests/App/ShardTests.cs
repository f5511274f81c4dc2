using Classifier.App.Inputs;
using Classifier.App.Runs;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace Classifier.Tests.App;

public sealed class ShardTests
{
    [Property(MaxTest = 200)]
    public bool Deal_AnyFiles_GivesEachToOneShardWhateverTheirOrder(NonNegativeInt[] sizes, PositiveInt count)
    {
        SurveyedFile[] files = Files(sizes);
        int parts = count.Get % 9 + 1;
        IReadOnlySet<string>[] dealt = [.. Enumerable.Range(1, parts).Select(index => new Shard(index, parts).Deal(files))];
        IReadOnlySet<string>[] again = [.. Enumerable.Range(1, parts).Select(index => new Shard(index, parts).Deal(files.Reverse()))];
        return dealt.Sum(part => part.Count) == files.Length && dealt.SelectMany(part => part).Distinct().Count() == files.Length
            && dealt.Zip(again).All(pair => pair.First.SetEquals(pair.Second));
    }

    [Property(MaxTest = 200)]
    public bool Deal_AnyFiles_DiffersByNoMoreThanTheLargest(NonNegativeInt[] sizes, PositiveInt count)
    {
        SurveyedFile[] files = Files(sizes);
        int parts = count.Get % 9 + 1;
        long[] bytes = [.. Enumerable.Range(1, parts).Select(index => new Shard(index, parts).Deal(files)).Select(own => files.Where(file => own.Contains(file.DocumentId)).Sum(file => file.Size))];
        return files.Length == 0 || bytes.Max() - bytes.Min() <= files.Max(file => file.Size);
    }

    [Theory]
    [InlineData("1/1", true)]
    [InlineData("3/8", true)]
    [InlineData("0/8", false)]
    [InlineData("9/8", false)]
    [InlineData("-1/8", false)]
    [InlineData("1", false)]
    [InlineData("a/b", false)]
    [InlineData("1/2/3", false)]
    public void Parse_Text_IsTakenOrRefused(string text, bool taken)
    {
        Shard? shard = Shard.Parse(text);
        Assert.Equal(taken, shard is not null);
        if (taken) Assert.Equal(text, shard!.ToString());
    }

    private static SurveyedFile[] Files(NonNegativeInt[] sizes) =>
        [.. sizes.Select((size, i) => new SurveyedFile { Document = $"{i}", Path = "", DocumentId = i.ToString("x64", System.Globalization.CultureInfo.InvariantCulture), Size = size.Get })];
}
