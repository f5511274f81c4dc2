using System.Reflection;

namespace Classifier.App;

/// <summary>What program this is.</summary>
internal static class ProgramVersion
{
    /// <summary>The version, as <c>--version</c> and <c>run.json</c> give it.</summary>
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Identity of the compiled code that reads, scores and answers: builds are deterministic, so it changes exactly when the code does.</summary>
    public static string Build { get; } = string.Join(' ', new[] { typeof(ProposalPipeline).Assembly, typeof(ProgramVersion).Assembly, Assembly.GetEntryAssembly()! }
        .Select(assembly => assembly.ManifestModule.ModuleVersionId.ToString("N")).Distinct());
}
