import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// `java LinkAhead.java CLASSES FOLDER`: links ahead what a JVM links when it is first used, and no
/// cache of JDK 25 can hold: switches over types, and the equality and hash of records. In each
/// class below FOLDER, one of the classes CLASSES, such a call site becomes a call of a method of
/// the class that does the same.
final class LinkAhead {
  private static final String SWITCHES = "Ljava/lang/runtime/SwitchBootstraps;";
  private static final String RECORDS = "Ljava/lang/runtime/ObjectMethods;";
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

  private final ClassFile format;
  private final ClassModel model;
  private final ClassDesc owner;
  private final boolean isInterface;
  private final List<InvokeDynamicInstruction> sites = new ArrayList<>();

  private LinkAhead(ClassFile format, ClassModel model) {
    this.format = format;
    this.model = model;
    this.owner = model.thisClass().asSymbol();
    this.isInterface = model.flags().has(java.lang.reflect.AccessFlag.INTERFACE);
  }

  public static void main(String[] words) throws IOException {
    Path classes = Path.of(words[0]);
    ClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
    ClassFile format =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(loader)
                    .orElse(ClassHierarchyResolver.defaultResolver())
                    .cached()));
    int sites = 0;
    try (Stream<Path> files = Files.walk(classes.resolve(words[1]))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        LinkAhead linked = new LinkAhead(format, format.parse(file));
        byte[] bytes = linked.transform();
        sites += linked.sites.size();
        if (!linked.sites.isEmpty()) {
          Files.write(file, bytes);
        }
      }
    }
    System.out.println(sites + " call sites linked ahead");
    if (sites == 0) {
      System.exit(1);
    }
  }

  private byte[] transform() {
    ClassTransform calls = ClassTransform.transformingMethodBodies(this::replace);
    return format.transformClass(model, calls.andThen(ClassTransform.endHandler(this::addMethods)));
  }

  private void replace(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeDynamicInstruction call && isLinkable(call)) {
      code.invokestatic(owner, name(sites.size()), call.typeSymbol(), isInterface);
      sites.add(call);
    } else {
      code.with(element);
    }
  }

  private static String name(int site) {
    return "linked$" + site;
  }

  private static boolean isLinkable(InvokeDynamicInstruction call) {
    String bootstrap = call.bootstrapMethod().owner().descriptorString();
    String name = call.name().stringValue();
    if (bootstrap.equals(SWITCHES)) {
      return call.bootstrapMethod().methodName().equals("typeSwitch")
          && !call.typeSymbol().parameterType(0).isPrimitive()
          && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
    }
    return bootstrap.equals(RECORDS) && (name.equals("equals") || name.equals("hashCode"));
  }

  private void addMethods(ClassBuilder to) {
    for (int i = 0; i < sites.size(); i++) {
      InvokeDynamicInstruction call = sites.get(i);
      List<ConstantDesc> arguments = call.bootstrapArgs();
      to.withMethodBody(
          name(i),
          call.typeSymbol(),
          ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
          code -> {
            switch (call.name().stringValue()) {
              case "equals" -> writeEquals(code, arguments);
              case "hashCode" -> writeHash(code, arguments);
              default -> writeSwitch(code, arguments);
            }
          });
    }
  }

  /// The index of the first type from a start on that a value has, -1 of null, else their number.
  private static void writeSwitch(CodeBuilder code, List<ConstantDesc> types) {
    Label isNotNull = code.newLabel();
    code.aload(0).ifnonnull(isNotNull).iconst_m1().ireturn().labelBinding(isNotNull);
    for (int i = 0; i < types.size(); i++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf((ClassDesc) types.get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(types.size()).ireturn();
  }

  /// The components of a record: its class and their names come first.
  private static List<DirectMethodHandleDesc> components(List<ConstantDesc> arguments) {
    return arguments.stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
  }

  private void load(CodeBuilder code, int slot, DirectMethodHandleDesc component, ClassDesc type) {
    code.aload(slot);
    if (slot == 1) {
      code.checkcast(owner);
    }
    code.getfield(owner, component.methodName(), type);
  }

  private void writeEquals(CodeBuilder code, List<ConstantDesc> arguments) {
    Label isOther = code.newLabel();
    Label differ = code.newLabel();
    code.aload(0).aload(1).if_acmpne(isOther).iconst_1().ireturn().labelBinding(isOther);
    code.aload(1).instanceOf(owner).ifeq(differ);
    for (DirectMethodHandleDesc component : components(arguments)) {
      ClassDesc type = component.invocationType().returnType();
      load(code, 0, component, type);
      load(code, 1, component, type);
      switch (TypeKind.from(type)) {
        case REFERENCE ->
            code.invokestatic(
                    OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object))
                .ifeq(differ);
        case LONG -> code.lcmp().ifne(differ);
        case FLOAT, DOUBLE -> {
          ClassDesc box = boxOf(type);
          code.invokestatic(box, "compare", MethodTypeDesc.of(CD_int, type, type)).ifne(differ);
        }
        default -> code.if_icmpne(differ);
      }
    }
    code.iconst_1().ireturn().labelBinding(differ).iconst_0().ireturn();
  }

  private void writeHash(CodeBuilder code, List<ConstantDesc> arguments) {
    code.iconst_0();
    for (DirectMethodHandleDesc component : components(arguments)) {
      ClassDesc type = component.invocationType().returnType();
      code.loadConstant(31).imul();
      load(code, 0, component, type);
      if (type.isPrimitive()) {
        code.invokestatic(boxOf(type), "hashCode", MethodTypeDesc.of(CD_int, type));
      } else {
        code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(CD_int, CD_Object));
      }
      code.iadd();
    }
    code.ireturn();
  }

  private static ClassDesc boxOf(ClassDesc primitive) {
    return switch (primitive.displayName()) {
      case "int" -> ClassDesc.of("java.lang.Integer");
      case "char" -> ClassDesc.of("java.lang.Character");
      default -> {
        String name = primitive.displayName();
        yield ClassDesc.of("java.lang." + name.substring(0, 1).toUpperCase() + name.substring(1));
      }
    };
  }
}
