using Classifier.Torch.Checkpoints;
using TorchSharp;
using TorchSharp.Modules;

namespace Classifier.Torch.Network;

/// <summary>Named parameters on one device. Owns them.</summary>
internal sealed class Weights : IDisposable
{
    private readonly SortedDictionary<string, Parameter> _parameters = new(StringComparer.Ordinal);

    /// <summary>Puts values on a device.</summary>
    /// <param name="tensors">Names and values.</param>
    /// <param name="device">Where to compute.</param>
    public Weights(IReadOnlyDictionary<string, TensorValues> tensors, torch.Device device)
    {
        foreach ((string name, TensorValues tensor) in tensors)
        {
            Parameter parameter = new(torch.tensor(tensor.Values, [.. tensor.Shape], device: device));
            // Weights outlive whatever batch scope is open here.
            parameter.DetachFromDisposeScope();
            _parameters[name] = parameter;
        }
    }

    /// <summary>The parameter of that name.</summary>
    public Parameter this[string name] => _parameters[name];

    /// <summary>Every parameter in the order of the names.</summary>
    public IEnumerable<KeyValuePair<string, Parameter>> All => _parameters;

    /// <summary>Copies the values off the device.</summary>
    public SortedDictionary<string, TensorValues> Read()
    {
        SortedDictionary<string, TensorValues> tensors = new(StringComparer.Ordinal);
        foreach ((string name, Parameter parameter) in _parameters)
        {
            using torch.Tensor detached = parameter.detach();
            using torch.Tensor values = detached.cpu();
            tensors[name] = new TensorValues([.. values.shape], values.data<float>().ToArray());
        }
        return tensors;
    }

    /// <summary>Overwrites the values in place, so that an optimizer keeps its parameters.</summary>
    /// <param name="tensors">As from <see cref="Read"/>.</param>
    public void Write(IReadOnlyDictionary<string, TensorValues> tensors)
    {
        using IDisposable quiet = torch.no_grad();
        foreach ((string name, Parameter parameter) in _parameters)
        {
            using torch.Tensor values = torch.tensor(tensors[name].Values, [.. tensors[name].Shape]);
            parameter.copy_(values);
        }
    }

    public void Dispose()
    {
        foreach (Parameter parameter in _parameters.Values) parameter.Dispose();
    }
}
