/** Pictures that are not sent yet, on the device: too large for where the words are kept. */

function openShelf(): Promise<IDBDatabase> {
  const request = indexedDB.open('klankbord')
  request.onupgradeneeded = () => request.result.createObjectStore('pictures')
  return done(request)
}

const done = <Result>(request: IDBRequest<Result>) =>
  new Promise<Result>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Rejects where the browser keeps nothing. */
export async function shelf<Result>(act: (pictures: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  const opened = await openShelf()
  try {
    return await done(act(opened.transaction('pictures', 'readwrite').objectStore('pictures')))
  } finally {
    opened.close()
  }
}
