package cn.gongkai.content.benchmarks;

/// Tells what a server has used so far.
@FunctionalInterface
interface ServerMeter {

  double processorSeconds();
}
