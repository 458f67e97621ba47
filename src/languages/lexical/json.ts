/** Functions that write what they are given as JSON, put it in the body of a request, or give it as it is: what it says stays the same. */

const functions =
  /(?:^|\.)(?:JSON\.(?:generate|dump)|(?:wp_)?json_encode|encode_json|to_json|toJSON|ConvertTo-Json|JsonSerializer\.Serialize(?:ToUtf8Bytes)?|JsonConvert\.SerializeObject|JsonContent\.Create|StringContent|json\.Marshal(?:Indent)?|strings\.NewReader|bytes\.New(?:Reader|Buffer|BufferString)|serde_json\.(?:json|to_(?:string|vec))|BodyPublishers\.ofString|RequestBody\.create|Entity\.json|writeValueAsString|toJson|jsonEncode|json\.encode|cjson\.encode|JSONSerialization\.data|cloudflare\.F|(?:Jason|Poison|JSON)\.encode!?)$|^(?:byte|json)$/;
const methods = new Set(['to_json', 'toRequestBody', 'toJson', 'encode', 'freeze', 'dup', 'deep_dup', 'deep_freeze', 'to_h']);

/** Whether a function writes its first argument. */
export function writesArgument(called: string | undefined): boolean {
  return called !== undefined && functions.test(called);
}

/** Whether a method writes what it is called on, or gives it as it is. */
export function writesObject(method: string): boolean {
  return methods.has(method);
}
